"""Sources onto the record: what `wortlaut add` and the jobs of `wortlaut serve` do."""

from wortlaut.adding._adding import Adding, Listener, Taken
from wortlaut.adding._names import UPLOADED, kept_name

__all__ = ["UPLOADED", "Adding", "Listener", "Taken", "kept_name"]
