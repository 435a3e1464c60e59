from lantoa.documents.models.finding import Finding
from lantoa.documents.models.intake import Intake
from lantoa.documents.models.learned_rule import LearnedRule
from lantoa.documents.models.signed_document import SignedDocument

__all__ = ["Finding", "Intake", "LearnedRule", "SignedDocument"]
