"""The state of each periodic job (việc định kỳ): when it is next due and who holds its lease."""

from django.db import models


class JobRun(models.Model):
    """One row per job name. A worker that dies leaves a lease that runs out by itself."""

    name = models.CharField(max_length=80, primary_key=True)
    next_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    last_started = models.DateTimeField(null=True)
    last_finished = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    runs = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name
