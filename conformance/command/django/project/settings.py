import os

SECRET_KEY = "conformance"
INSTALLED_APPS = ["goals"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("ELSEWHERE") or os.environ["DATABASE_PATH"],
    }
}
