from __future__ import annotations

from django.urls import path

from webcare.views import articles, inbox, judgement, replying, simulation, ticket

app_name = "webcare"
REPLY = "tickets/<int:pk>/replies/"
urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<slug:code>/", inbox.inbox, name="inbox-team"),
    path("pulse/<str:token>/", inbox.pulse, name="pulse"),
    path("tickets/<int:pk>/", ticket.ticket_detail, name="ticket-detail"),
    path("tickets/<int:pk>/presence/", ticket.ticket_presence, name="ticket-presence"),
    path("tickets/<int:pk>/do/<slug:name>/", ticket.ticket_step, name="ticket-step"),
    path(f"{REPLY}draft/", replying.reply_draft, name="reply-draft"),
    path(f"{REPLY}write/", replying.reply_write, name="reply-write"),
    path(f"{REPLY}<int:reply_pk>/<slug:name>/", replying.reply_step, name="reply-step"),
    path("tickets/<int:pk>/articles/", articles.article_search, name="article-search"),
    path("tickets/<int:pk>/articles/insert/", articles.article_insert, name="article-insert"),
    path("judgement/", judgement.judgement, name="judgement"),
    path("judgement/train/", judgement.judgement_train, name="judgement-train"),
    path("judgement/corrections/", judgement.correction_list, name="correction-list"),
    path("policies-tryout/<int:pk>/", simulation.simulate, name="simulation"),
]
