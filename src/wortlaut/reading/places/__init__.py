"""Countries, their capitals and seats of power, in German and English."""

from wortlaut.reading.places._place import Place, PlaceKind
from wortlaut.reading.places._places import Places

__all__ = ["Place", "PlaceKind", "Places"]
