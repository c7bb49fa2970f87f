"""What staff add to a report: who works on it, labels, notes, tasks, translations, re-sealing."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select, update

from intake import age
from intake.casework import Changed, NoSuchReport, Refused
from intake.casework.arrivals import arrivals
from intake.casework.assigning import MOST_AT_ONCE, assign, label
from intake.casework.conflict import record_finding
from intake.casework.differing import not_same, said_not_same
from intake.casework.envelopes import give
from intake.casework.notes import add_note, add_translation, notes_of, translations_of
from intake.casework.people import names
from intake.casework.query import Query
from intake.casework.resealing import reseal
from intake.casework.sealed import LARGEST_WORDS, check_sealed
from intake.casework.standing import standing
from intake.casework.tasks import TASK_KINDS, add_task, finish_task, tasks_of
from intake.casework.viewing import colleagues, history, view
from intake.removal import remove
from intake.tables import metadata, staff
from tests.contracts.casework import ANN, AT, BEA, KIT, SEALED, SUE, TODAY, Store, key

LABEL = "interpreter"


def test_she_takes_a_report_and_gives_it_back(store: Store) -> None:
    """Everybody who works on reports takes them for herself; the list is found by it."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        version = assign(desk, {report_id: 0}, ANN.staff_id)[report_id]
        assert arrivals(desk, Query(assignee=ANN.staff_id)).lines[0].assignee == ANN.staff_id
        assert arrivals(desk, Query(assignee="nobody")).lines == ()
        assign(desk, {report_id: version}, None)
        assert standing(desk, report_id).assignee is None


def test_only_a_supervisor_decides_for_others(store: Store) -> None:
    """Giving a report to another person, or taking it from her, is a supervisor's."""
    report_id = store.arrive(1)
    with pytest.raises(Refused, match="supervisor"), store.begin(ANN) as desk:
        assign(desk, {report_id: 0}, BEA.staff_id)
    with store.begin(SUE) as desk:
        assign(desk, {report_id: 0}, BEA.staff_id)
    with pytest.raises(Refused, match="supervisor"), store.begin(ANN) as desk:
        assign(desk, {report_id: 1}, None)
    with store.begin(BEA) as desk:
        assert assign(desk, {report_id: 1}, None) == {report_id: 2}


def test_a_report_goes_to_nobody_who_could_not_open_it(store: Store) -> None:
    """Whoever does not read the queue, or may no longer sign in, gets no report to work on."""
    report_id = store.arrive(1)
    with store.engine.begin() as connection:
        connection.execute(update(staff).where(staff.c.name == "bea").values(disabled=AT))
    for other in (KIT.staff_id, BEA.staff_id, "f" * 32):
        with pytest.raises(Refused, match="could not open"), store.begin(SUE) as desk:
            assign(desk, {report_id: 0}, other)


def test_many_at_once_are_all_or_none(store: Store) -> None:
    """One report that changed, or that is not hers, and nothing of the whole step is done."""
    ids = [store.arrive(number) for number in range(3)]
    hidden = store.arrive(9, queue="Q10_MINOR_NOW")
    seen = dict.fromkeys(ids, 0)
    with store.begin(BEA) as desk:
        label(desk, {ids[2]: 0}, add=[LABEL])
    with pytest.raises(Changed, match="bea"), store.begin(ANN) as desk:
        assign(desk, seen, ANN.staff_id)
    with pytest.raises(NoSuchReport), store.begin(ANN) as desk:
        label(desk, {ids[0]: 0, hidden: 0}, add=[LABEL])
    with pytest.raises(Refused, match="once"), store.begin(ANN) as desk:
        assign(desk, {f"{n:032x}": 0 for n in range(MOST_AT_ONCE + 1)}, ANN.staff_id)
    assert store.acts() == ["labelled"]
    with store.begin(ANN) as desk:
        assert assign(desk, {**seen, ids[2]: 1}, ANN.staff_id) == {
            **dict.fromkeys(ids, 1),
            ids[2]: 2,
        }


def test_labels_come_from_the_team_file(store: Store) -> None:
    """A label of the list is stuck on and taken off and found by; any other is refused."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        label(desk, {report_id: 0}, add=[LABEL, "safeguarding"])
        label(desk, {report_id: 1}, add=[LABEL], remove=["safeguarding"])
        (line,) = arrivals(desk, Query(label=LABEL)).lines
        assert line.labels == (LABEL,)
    with pytest.raises(Refused, match="team file"), store.begin(ANN) as desk:
        label(desk, {report_id: 2}, add=["he-is-a-sergeant"])


def test_a_note_is_kept_sealed_and_unchanged(store: Store) -> None:
    """Notes come back as they were given, the oldest first, with who and when, and no words."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        add_note(desk, report_id, "note", SEALED)
    with store.begin(BEA, at=AT + 1) as desk:
        add_note(desk, report_id, "hold", SEALED + b"2")
        first, second = notes_of(desk, report_id)
    assert (first.sealed, first.author, first.written) == (SEALED, ANN.staff_id, AT)
    assert (second.sealed, second.kind) == (SEALED + b"2", "hold")
    assert "ssss" not in repr(first)


def test_a_note_makes_other_pages_stale(store: Store) -> None:
    """Who decides on a page without the colleague's newest note is told of it first."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        add_note(desk, report_id, "note", SEALED)
    with pytest.raises(Changed, match="ann"), store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear")


def test_what_a_browser_seals_is_taken() -> None:
    """A real age file, to one key or many, empty or as large as may be, is an age file here."""
    keys = [age.new_identity().public_key for _ in range(20)]
    for plain in (b"", b"words", b"w" * (LARGEST_WORDS - 4096)):
        check_sealed(age.seal_to(keys, plain))
        check_sealed(age.seal_to(keys[:1], plain))


SEALED_REALLY = age.seal_to([age.new_identity().public_key], b"")


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"plain words",
        b"age-encryption.org/v1\n" + b"plain words" * 20,
        b"age-encryption.org/v1\n-> X25519 x\n--- short\n",
        SEALED_REALLY.replace(b"/v1", b"/v2"),
        SEALED_REALLY[:150],
        SEALED_REALLY.ljust(LARGEST_WORDS + 1),
    ],
)
def test_words_that_are_not_sealed_are_refused_and_not_quoted(bad: bytes) -> None:
    """Plain words, a later format, half a file and one that is too large are all refused."""
    with pytest.raises(Refused) as caught:
        check_sealed(bad)
    assert "words" not in str(caught.value).replace("Words are sealed", "")


def test_nothing_unsealed_is_stored(store: Store) -> None:
    """No note, no task's words and no translation is kept unless it is sealed."""
    report_id = store.arrive(1)
    english = partial(add_translation, language="en", made_by="human", sealed=b"plain")
    with pytest.raises(Refused), store.begin(ANN) as desk:
        add_note(desk, report_id, "note", b"plain")
    with pytest.raises(Refused), store.begin(ANN) as desk:
        add_task(desk, report_id, "other", TODAY, b"plain")
    with pytest.raises(Refused), store.begin(ANN) as desk:
        english(desk, report_id, "own_words")
    assert store.acts() == []


def test_a_task_is_set_and_done_once(store: Store) -> None:
    """A task has a day and perhaps sealed words; who finishes it is kept, the first time."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        later = add_task(desk, report_id, "write", TODAY + timedelta(days=2))
        sooner = add_task(desk, report_id, "call", TODAY, SEALED, assignee=BEA.staff_id)
        assert [task.task_id for task in tasks_of(desk, report_id)] == [sooner, later]
    for actor in (BEA, ANN):
        with store.begin(actor, at=AT + 5) as desk:
            finish_task(desk, sooner)
            done = tasks_of(desk, report_id)[-1]
    assert (done.task_id, done.done_by, done.done) == (sooner, BEA.staff_id, AT + 5)
    assert store.acts() == ["task_added", "task_added", "task_done"]
    with pytest.raises(NoSuchReport), store.begin(KIT) as desk:
        finish_task(desk, later)


def test_kinds_come_from_the_list(store: Store) -> None:
    """Each kind of task is taken; a kind of her own is not."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        for kind in TASK_KINDS:
            add_task(desk, report_id, kind, TODAY)
    with pytest.raises(Refused), store.begin(ANN) as desk:
        add_task(desk, report_id, "visit him", TODAY)  # type: ignore[arg-type]


def test_a_translation_says_who_made_it(store: Store) -> None:
    """A translation stands beside its answer, marked human or machine."""
    report_id = store.arrive(1, language="ur")
    with store.begin(ANN) as desk:
        add_translation(
            desk, report_id, "own_words", language="en", made_by="machine", sealed=SEALED
        )
        (found,) = translations_of(desk, report_id)
    assert (found.step, found.language, found.made_by) == ("own_words", "en", "machine")
    for step, language in (("Own words!", "en"), ("own_words", "English, I think")):
        with pytest.raises(Refused), store.begin(ANN) as desk:
            add_translation(
                desk, report_id, step, language=language, made_by="human", sealed=SEALED
            )


def test_a_colleague_sees_what_was_sealed_to_her(store: Store) -> None:
    """Re-sealed, a report is hers to see and open, and the chain names both people."""
    report_id = store.arrive(1)
    whole = SEALED.ljust(17_000, b"z")
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear")
        assert [one.person.name for one in colleagues(desk, report_id) if not one.sees] == ["kit"]
        reseal(desk, report_id, "report", KIT.public_key, SEALED.ljust(18_000, b"y"))
        reseal(desk, report_id, "report", KIT.public_key, whole)
    with store.begin(KIT) as desk:
        assert give(desk, report_id, "read").sealed == whole
    link = store.links()[1]
    assert (link.act, link.who) == ("resealed", BEA.staff_id)
    assert KIT.staff_id in link.detail


def test_nothing_is_sealed_to_strangers(store: Store) -> None:
    """Before the check, to a key that is no colleague's, unpadded: each is refused."""
    report_id = store.arrive(1)
    whole = SEALED.ljust(17_000, b"z")
    with pytest.raises(Refused), store.begin(ANN) as desk:
        reseal(desk, report_id, "report", KIT.public_key, whole)
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear")
    for public_key, sealed in (
        (key("stranger"), whole),
        (BEA.conflict_key, whole),
        (KIT.public_key, SEALED),
    ):
        with pytest.raises(Refused), store.begin(ANN) as desk:
            reseal(desk, report_id, "report", public_key, sealed)
    for public_key in (KIT.public_key, BEA.public_key):
        with pytest.raises(Refused), store.begin(SUE) as desk:
            reseal(desk, report_id, "conflict", public_key, SEALED)
    with store.begin(SUE) as desk:
        reseal(desk, report_id, "conflict", BEA.conflict_key, SEALED)


def test_not_the_same_is_remembered(store: Store) -> None:
    """Said of two reports in either order, once or twice, it is remembered for both."""
    one, other = store.arrive(1), store.arrive(2)
    hidden = store.arrive(3, queue="Q10_MINOR_NOW")
    with store.begin(ANN) as desk:
        not_same(desk, other, one)
        not_same(desk, one, other)
        assert said_not_same(desk) == {(one, other)}
    with pytest.raises(Refused), store.begin(ANN) as desk:
        not_same(desk, one, one)
    with pytest.raises(NoSuchReport), store.begin(ANN) as desk:
        not_same(desk, one, hidden)
    with store.begin(KIT) as desk:
        assert said_not_same(desk) == frozenset()
    assert store.acts() == ["not_same"]


def test_the_page_of_a_report_tells_how_it_stands(store: Store) -> None:
    """Triage, standing, what may follow and what was done; looking at it is on the chain."""
    report_id = store.arrive(1, received=TODAY - timedelta(days=4))
    with store.begin(ANN) as desk:
        label(desk, {report_id: 0}, add=[LABEL])
        case = view(desk, report_id)
        assert (case.triage.report_id, case.waited, case.labels) == (report_id, 4, (LABEL,))
        assert (case.may_follow, case.clock_from, case.keep_longer) == (("closed",), TODAY, False)
        (done,) = history(desk, report_id)
        assert (done.act, names(desk)[done.who]) == ("labelled", "ann")
    assert store.acts() == ["labelled", "viewed"]
    with pytest.raises(NoSuchReport), store.begin(KIT) as desk:
        view(desk, report_id)


def test_with_a_report_goes_all_that_staff_wrote(store: Store) -> None:
    """After a deletion no row of any table names the report but tombstone and audit chain."""
    one, other = store.arrive(1), store.arrive(2)
    with store.begin(SUE) as desk:
        label(desk, {one: 0}, add=[LABEL])
        add_note(desk, one, "note", SEALED)
        add_task(desk, one, "call", TODAY)
        not_same(desk, one, other)
        reseal(desk, one, "conflict", BEA.conflict_key, SEALED)
        remove(desk.connection, one, "withdrawn", TODAY)
    left = set()
    with store.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for column in table.c:
                if column.name in {"report_id", "first", "second", "about"}:
                    asked = select(func.count()).select_from(table).where(column == one)
                    left |= {table.name} if connection.scalar(asked) else set()
    assert left == {"tombstones", "audit"}
