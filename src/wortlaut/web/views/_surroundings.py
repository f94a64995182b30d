"""With whom a person has to do, and on what: what a person's page shows once it stands."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.record import KnownPerson, Record, Surroundings

_MOST = 24


@dataclass(frozen=True, slots=True)
class SurroundingsView:
    """To whom and about whom somebody speaks, who speaks about them, and on what."""

    number: int
    name: str
    around: Surroundings

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        around = self.around
        return not (around.topics or around.addressees or around.about or around.named_by)


def surroundings_view(record: Record, person: KnownPerson) -> SurroundingsView:
    """What stands around somebody on record."""
    return SurroundingsView(person.id, person.name, record.surroundings(person.id, limit=_MOST))
