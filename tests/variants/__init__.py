"""The given report in many forms and formats: each must give the same records."""
