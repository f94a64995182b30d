"""What pages and the API show: questions to the record, answered as frozen values."""
