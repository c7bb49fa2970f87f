"""How long sentences, cards and buttons may be, and that a card asks one thing (T17, T27)."""

from collections.abc import Iterator, Sequence

from flows.lint.finding import Finding
from flows.lint.lists import Lists
from flows.lint.said import CARDS, Said
from flows.lint.sentences import asks, plain, sentences, words_in


def lengths(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each sentence, card and button over its length."""
    limits = lists.limits
    for one in said:
        if one.kind in {"label", "name"}:
            if one.kind == "label" and (letters := len(plain(one.text))) > limits.label:
                what = f"{letters} letters do not fit a button; {limits.label} do"
                yield one.finding("label", "T50", what, "Say it shorter.")
            continue
        most = limits.sentence if one.kind == "question" else limits.notice_sentence
        for sentence in sentences(one.text):
            if (count := len(words_in(sentence))) > most:
                what = f"this sentence has {count} words; {most} at most"
                yield one.finding("sentence", "T17", what, "Make two of it.", sentence)
        yield from _card(one, lists)


def _card(one: Said, lists: Lists) -> Iterator[Finding]:
    limits = lists.limits
    question = one.kind == "question"
    most = limits.question_words if question else limits.notice_words
    if (count := len(words_in(one.text))) > most:
        what = f"this card has {count} words; {most} at most"
        yield one.finding("card", "T17", what, "Leave out what is not needed now, or make two.")
    if question and (count := len(sentences(one.text))) > limits.question_sentences:
        what = f"this question has {count} sentences; {limits.question_sentences} at most"
        yield one.finding("question", "T17", what, "Ask in one sentence; explain in one.")
    if one.kind in CARDS and (count := sum(map(asks, sentences(one.text)))) > 1:
        what = f"this card asks {count} questions"
        yield one.finding("one-question", "T27", what, "Ask one, and the other on its own card.")
