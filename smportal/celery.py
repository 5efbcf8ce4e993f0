"""The task app and the heartbeat of the product.

The broker is only a doorbell: every task asks Postgres what is due, so a lost or doubled message
costs seconds at most (design.md section 3).
"""

from __future__ import annotations

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smportal.settings")

app = Celery("smportal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.task_routes = {
    "monitoring.poll_*": {"queue": "poll"},
    "monitoring.*": {"queue": "ingest"},
    "webcare.triage_new": {"queue": "triage"},
    "webcare.send_due": {"queue": "deliver"},
    "webcare.train_router": {"queue": "learn"},
    "webcare.*": {"queue": "triage"},
    "training.*": {"queue": "reports"},
    "governance.*": {"queue": "reports"},
    "people.*": {"queue": "reports"},
    "reporting.*": {"queue": "reports"},
}

app.conf.beat_schedule = {
    # name                                  what                                    every (seconds)
    "poll what is due": {"task": "monitoring.poll_due", "schedule": 5.0},
    "triage what is new": {"task": "webcare.triage_new", "schedule": 5.0},
    "send what is due": {"task": "webcare.send_due", "schedule": 5.0},
    "look up unconfirmed replies": {"task": "webcare.confirm_unconfirmed", "schedule": 20.0},
    "give claims back": {"task": "webcare.expire_claims", "schedule": 60.0},
    "look back for new terms": {"task": "monitoring.look_back", "schedule": 15.0},
    "measure our channels": {"task": "monitoring.measure_channels", "schedule": 900.0},
    "forget what was taken away": {"task": "webcare.forget_taken_away", "schedule": 3600.0},
    "let the router learn": {"task": "webcare.train_router", "schedule": 300.0},
    "forget what is too old": {"task": "monitoring.forget_expired", "schedule": 3600.0},
    "close consultations": {"task": "governance.close_consultations", "schedule": 300.0},
    "close rounds": {"task": "governance.close_rounds", "schedule": 3600.0},
    "forget old incidents": {"task": "governance.forget_incidents", "schedule": 3600.0},
    "measure what governance does": {"task": "governance.measure", "schedule": 3600.0},
    "measure what is heard": {"task": "monitoring.measure", "schedule": 3600.0},
    "measure how we answer": {"task": "webcare.measure", "schedule": 3600.0},
    "send the letters of training": {"task": "training.send_letters", "schedule": 15.0},
    "let offered places pass": {"task": "training.expire_offers", "schedule": 60.0},
    "finish offerings": {"task": "training.finish_offerings", "schedule": 900.0},
    "measure how far training is": {"task": "training.measure", "schedule": 3600.0},
    "remind of sessions": {"task": "training.remind", "schedule": 3600.0},
    "pass on late questions": {"task": "training.pass_on_questions", "schedule": 900.0},
    "compare mandates": {"task": "training.compare_mandates", "schedule": 300.0},
    "remind of certificates": {"task": "training.remind_expiring", "schedule": 3600.0},
    "ask how a course was": {"task": "training.ask_how_it_was", "schedule": 1800.0},
    "send the mail of the day": {"task": "people.send_digests", "schedule": 300.0},
    "invite new staff": {"task": "people.invite_new_staff", "schedule": 60.0},
    "forget staff files": {"task": "people.forget_staff_files", "schedule": 3600.0},
    "forget old suggestions": {"task": "training.forget_ambassadors", "schedule": 3600.0},
    "forget who had a device": {"task": "training.forget_loans", "schedule": 3600.0},
}
for entry in app.conf.beat_schedule.values():
    # A message that waited longer than its period is stale: the next one does the same work.
    entry["options"] = {"expires": entry["schedule"] * 2}
