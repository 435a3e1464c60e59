"""A file of the portal (tệp đính kèm)."""

from wagtail.documents.models import AbstractDocument, Document


class SiteDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "tệp"
        verbose_name_plural = "tệp"
