from django.db import migrations, models


def fill(apps, editor):
    apps.get_model("goals", "Goal").objects.update(root_id=models.F("id"))


class Migration(migrations.Migration):
    dependencies = [("goals", "0001_initial")]
    operations = [
        migrations.AddField("Goal", "root_id", models.IntegerField(null=True)),
        migrations.RunPython(fill),
        migrations.AddIndex("Goal", models.Index(fields=["root_id"], name="idx_goals_root_id")),
    ]
