"""A table on a phone: what stands in it is named."""

from __future__ import annotations

from django.template import Context, Template

TABLE = """{% stacked %}<table class="table">
<thead><tr><th scope="col">Doel</th><th scope="col" class="number">{{ head }}</th><th scope="col">
<span class="visually-hidden">Acties</span></th></tr></thead>
<tbody><tr><th scope="row">Meer bereik</th><td class="number">€ 12</td><td>weg</td></tr>
<tr><th scope="row">Klein</th><td colspan="2">te weinig</td></tr></tbody></table>{% endstacked %}"""


def test_each_value_is_named_by_the_head_of_its_column() -> None:
    drawn = Template(TABLE).render(Context({"head": 'Prijs "<kaal>"'}))

    assert '<table class="table-stack table">' in drawn
    assert '<td data-label="Prijs &quot;&lt;kaal&gt;&quot;" class="number">€ 12</td>' in drawn


def test_a_column_without_a_head_in_sight_and_a_cell_over_several_say_nothing() -> None:
    drawn = Template(TABLE).render(Context({"head": "Prijs"}))

    assert "<td>weg</td>" in drawn
    assert '<td colspan="2">te weinig</td>' in drawn


def test_a_table_of_markdown_stacks_as_well() -> None:
    drawn = Template("{{ text|markdown }}").render(
        Context({"text": "| rol | naam |\n|---|---|\n| woordvoerder | Pieter |"})
    )

    assert '<table class="table-stack">' in drawn
    assert '<td data-label="naam">Pieter</td>' in drawn
