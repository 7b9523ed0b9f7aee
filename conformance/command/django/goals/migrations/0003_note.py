from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("goals", "0002_root_id")]
    operations = [migrations.AddField("Goal", "note", models.TextField(null=True))]
