from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("goals", "0003_note")]
    operations = [
        migrations.AddField("Goal", "title", models.TextField(null=True)),
        migrations.RunSQL("ALTER TABLE goals ADD COLUMN created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP"),
    ]
