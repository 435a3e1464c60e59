from lantoa.organisations.models.agency import Agency
from lantoa.organisations.models.agency_alias import AgencyAlias
from lantoa.organisations.models.person import Person
from lantoa.organisations.models.post import Post
from lantoa.organisations.models.reorganisation import Reorganisation
from lantoa.organisations.models.succession import Succession
from lantoa.organisations.models.tenure import Tenure

__all__ = [
    "Agency",
    "AgencyAlias",
    "Person",
    "Post",
    "Reorganisation",
    "Succession",
    "Tenure",
]
