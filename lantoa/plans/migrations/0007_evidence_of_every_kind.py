"""Evidence that is no file, one proof for several duties, and looks by which copies are found.

Allowed at any time: new columns are empty, changed ones only wider.
"""

import django.db.models.deletion
import lantoa.plans.models.evidence
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0006_bulk_actions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PhotoPrint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('bits', models.PositiveIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='evidence',
            name='detail',
            field=models.CharField(blank=True, max_length=300, verbose_name='nơi ban hành, đăng, tổ chức'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='look',
            field=models.CharField(blank=True, default='', max_length=16),
        ),
        migrations.AddField(
            model_name='evidence',
            name='number',
            field=models.CharField(blank=True, max_length=100, verbose_name='số, ký hiệu'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='people',
            field=models.PositiveIntegerField(null=True, verbose_name='số người dự'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='same_as',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='served', to='plans.evidence', verbose_name='dùng lại'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='sameness',
            field=models.CharField(blank=True, db_index=True, max_length=64),
        ),
        migrations.AddField(
            model_name='evidence',
            name='url',
            field=models.CharField(blank=True, max_length=2000, verbose_name='địa chỉ'),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='file',
            field=models.FileField(blank=True, max_length=255, storage=lantoa.plans.models.evidence.private_storage, upload_to='evidence/%Y/%m/', verbose_name='tệp'),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='kind',
            field=models.CharField(choices=[('photo', 'Ảnh'), ('file', 'Tệp'), ('link', 'Đường dẫn'), ('dispatch', 'Văn bản'), ('article', 'Tin, bài'), ('event', 'Hội nghị, sự kiện')], max_length=8),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='media_type',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='name',
            field=models.CharField(blank=True, max_length=255, verbose_name='tên tệp'),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='original_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='size',
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['photo', 'file']), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='evidence_file_is_there'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'link'), _negated=True), models.Q(('url', ''), _negated=True), _connector='OR'), name='evidence_link_leads'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'dispatch'), _negated=True), models.Q(('number', ''), _negated=True), _connector='OR'), name='evidence_dispatch_has_number'),
        ),
        migrations.AddField(
            model_name='photoprint',
            name='evidence',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prints', to='plans.evidence'),
        ),
        migrations.AddIndex(
            model_name='photoprint',
            index=models.Index(fields=['place', 'bits'], name='photo_print_bits'),
        ),
        migrations.AddConstraint(
            model_name='photoprint',
            constraint=models.UniqueConstraint(fields=('evidence', 'place'), name='photo_print_once'),
        ),
    ]
