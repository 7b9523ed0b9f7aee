from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel(
            "Goal",
            [("id", models.AutoField(primary_key=True)), ("name", models.TextField())],
            options={"db_table": "goals"},
        ),
        migrations.CreateModel(
            "Activity",
            [
                ("id", models.AutoField(primary_key=True)),
                ("goal", models.ForeignKey("goals.Goal", models.CASCADE)),
            ],
            options={"db_table": "activities"},
        ),
        migrations.RunSQL(
            "INSERT INTO goals VALUES (1, 'a'), (2, 'b'); INSERT INTO activities VALUES (1, 1), (2, 2), (3, 2);"
        ),
    ]
