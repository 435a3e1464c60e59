from lantoa.documents.models.finding import Finding
from lantoa.documents.models.signed_document import SignedDocument

__all__ = ["Finding", "SignedDocument"]
