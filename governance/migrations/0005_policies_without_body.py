from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("governance", "0004_policies_text_to_clauses")]

    operations = [migrations.RemoveField(model_name="policyversion", name="body")]
