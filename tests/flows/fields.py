"""Every field that the legal team needs has its place in the conversation or the summary.

A field is a table of the values to be had and where each stands: `step.option` for what is
tapped, a step alone for words and dates, `summary.key` for what is worked out, `flag.id` for
a staff mark, `state.name` for how a question was left. Departures from the list of fields are
marked with their reason.
"""

Values = dict[str, str]


def options(step: str, values: str, **others: str) -> Values:
    """Return values that are options of `step` by their own names, and `others` by another."""
    same = {value: f"{step}.{value}" for value in values.split()}
    return same | {value: f"{step}.{name}" for value, name in others.items()}


UNSURE = {"not_sure": "not_sure", "prefer_not": "prefer_not"}

FIELDS: dict[str, Values] = {
    "record_id": {"": "summary.record_id"},
    "schema_version, flow_version, question_text_hash": {
        # The hash is of the flow's files; the question itself stands beside each answer.
        "schema_version": "summary.schema_version",
        "flow_version": "summary.flow_version",
        "question_text_hash": "summary.flow_hash",
        "question": "summary.blocks",
    },
    # Days, not moments: no minute that could be matched with what Telegram knows.
    "created_at, sent_at": {"created_at": "summary.created", "sent_at": "summary.sent"},
    "consents": {
        "hold_draft": "consent.hold_draft",
        "send_to_team": "consent.send_to_team",
        # *Agree* covers being contacted, and the way she chooses is hers to refuse.
        "contact_me": "method.i_will_contact",
        "share_anonymised_pattern": "consent.share_anonymised_pattern",
        "share_with_other_lawyer": "consent.share_with_other_lawyer",
        # Beyond the list: CONVERSATION asks for it after sending.
        "keep_longer_joint_claim": "consent.keep_longer_joint_claim",
    },
    "language, interpreter_needed": {
        "language": "summary.language",
        "interpreter_needed": "needs.interpreter",
    },
    "age_band_now": options("age", "under_18 prefer_not", **{"18_plus": "adult"}),
    "was_minor": options("was_minor", "yes no part prefer_not", dont_know="not_sure"),
    "reporter_relation": {
        **options("relation", "self witness on_behalf"),
        # Working for the police is a question of its own, then and now.
        "police_colleague": "police_work.now",
        # Whoever is none of these skips it.
        "other": "state.skipped",
    },
    "force_ids": {
        "id": "body.ew-metropolitan-police-service",
        "several": "bodies",
        "not_sure": "body.not_sure",
        "other": "body",
    },
    "nation_of_events": options("nation", "england wales scotland ni outside_uk online not_sure"),
    "when_first, when_last": {"when_first": "when_first", "when_last": "when_last"},
    "ongoing": options("ongoing", "yes no not_sure"),
    "conduct": options(
        "conduct",
        "comments_messages unwanted_pursuit relationship_power touching sexual_violence "
        "search_custody images exposure_other online partner_abuse response_failure "
        "retaliation workplace something_else",
        **UNSURE,
    ),
    "context": {
        **options(
            "context",
            "reported_crime victim_support arrested custody stop_search traffic "
            "welfare_call mental_health_call protest prefer_not",
        ),
        # Two short cards rather than one wall of buttons.
        **options("context_other", "relationship colleague training online public_place"),
        "other": "context_other.other",
    },
    "person_role": options(
        "role",
        "police_officer special_constable pcso police_staff_other contractor "
        "police_volunteer several_people not_sure",
        detention_or_custody_staff="custody",
    ),
    "duty_status": options(
        "duty", "on_duty off_duty_used_police_role off_duty both online not_sure"
    ),
    "service_status_now": options(
        "service_status_now", "serving left retired dismissed suspended moved_force not_sure"
    ),
    # Rank is for staff to find out: she types what she knows, and need not know ranks.
    "officer_identity": {
        "name, number": "officer",
        "station": "officer_station",
        "vehicle": "officer_vehicle",
        "description": "officer_look",
    },
    # Which of the four hold words says how much is known.
    "identity_known": {
        "name_known": "officer",
        "number_or_other_identifier": "officer",
        "description_only": "officer_look",
        "unknown": "officer.dont_know",
        "prefer_not": "state.skipped",
    },
    "people_involved_count": options("people_involved", "one two_or_more not_sure"),
    "own_words": {"": "own_words"},
    "discrimination": options(
        "discrimination",
        "sex race religion_belief sexual_orientation gender_reassignment disability age "
        "pregnancy_maternity other",
        **UNSURE,
    ),
    "effects": options(
        "effects",
        "sleep_mood physical_injury work_study money avoided_police relationships "
        "safety other prefer_not",
    ),
    "had_treatment_or_support": options("treatment", "yes no prefer_not"),
    "reported_to": options(
        "reported_to",
        "police_force iopc pirc poni crimestoppers employer solicitor support_service "
        "friend mp nobody prefer_not",
    ),
    "complaint_status": {
        **options(
            "complaint_status",
            "not_reported reported_informally complaint_made complaint_logged_outside_sch3 "
            "under_local_investigation iopc_investigation",
        ),
        # What has been decided is asked on the card after: ten buttons a card at most.
        **options(
            "outcome",
            "no_further_action service_acceptable service_not_acceptable case_to_answer "
            "no_case_to_answer reflective_practice",
        ),
        **options("hearing_kind", "misconduct_meeting misconduct_hearing accelerated_hearing"),
    },
    "outcome, outcome_letter_date": {
        **options("outcome", "not_proven misconduct_proven gross_misconduct_proven"),
        **options(
            "outcome_after",
            "no_action written_warning final_written_warning reduction_in_rank "
            "dismissed_without_notice would_have_been_dismissed barred_list "
            "quashed_or_appealed resigned_or_retired_before_outcome dont_know",
        ),
        "outcome_letter_date": "outcome_letter_date",
    },
    "criminal_status": {
        # No case needs no second question.
        "none": "linked.none",
        **options("criminal_stage", "police_investigating charged trial_set finished", **UNSURE),
    },
    # One date an addition; another can be added the same way.
    "upcoming_dates": {
        **options("upcoming_what", "hearing trial interview deadline other"),
        "when": "upcoming_when",
    },
    "evidence_types": options(
        "evidence_types",
        "messages emails social_media photos_video body_worn_or_cctv letters medical "
        "witness police_reference none not_sure",
    ),
    "police_refs": {"": "police_refs"},
    "others_affected": options("others_affected", "yes maybe no prefer_not"),
    "still_in_contact": options("in_contact", "possible no prefer_not", yes_regularly="yes"),
    # One question for both: how close they are is how they are in contact.
    "lives_with_or_related": {
        "yes": "in_contact.close",
        "related": "in_contact.related",
        "were partners": "in_contact.partner",
        "no": "in_contact.no",
        "prefer_not": "in_contact.prefer_not",
    },
    "fear_of_retaliation": options("fear_of_retaliation", "yes no not_sure"),
    "has_solicitor": {
        "yes": "solicitor.claim",
        "criminal only": "solicitor.criminal_only",
        **options("solicitor", "no had_one prefer_not"),
    },
    "hopes": options(
        "hopes",
        "be_heard understand_options join_or_support_claim own_claim complaint_help "
        "apology change_in_police compensation support_only not_sure",
    ),
    "contact": {
        **options("method", "phone email post i_will_contact"),
        # A text message needs a number: whoever gives one says whether a text may come.
        "sms": "voicemail.text",
        "value": "value_phone",
        "safe_days, safe_hours": "reach_when",
        "voicemail_ok": "voicemail.voicemail",
        "text_ok": "voicemail.both",
        "name_to_use": "name_to_use",
        "codeword": "code_phrase",
        "withheld_number_ok": "withheld_number.yes",
        "who_else_may_answer": "who_may_answer.may_know",
    },
    "access_needs": {
        **options("needs", "bsl large_text easy_read interpreter time other"),
        "woman_only_staff": "needs.woman",
        "staff_gender_pref": "needs.man",
    },
    # Asked after sending, counted in a store of its own, and in no envelope.
    "demographics": {
        "gender": "about_gender.woman",
        "ethnicity": "about_ethnicity.prefer_not",
        "age group": "about_age.from_65",
        "sexual orientation": "about_orientation.bi",
        "disability": "about_disability.yes",
        "religion": "about_religion.none",
        "consent": "consent.monitoring",
    },
    "flags": {
        name: f"flag.{name}"
        for name in (
            "child_risk",
            "crisis_words",
            "immediate_danger",
            "ppda",
            "ongoing_contact",
            "live_criminal",
            "deadline_soon",
            "officer_or_staff",
            "ni_s5_review",
        )
    },
    "deadlines": {"": "summary.deadlines"},
    "route, priority": {"route": "summary.route", "priority": "summary.priority"},
    "answers_state": {
        name: f"state.{name}"
        for name in ("answered", "skipped", "dont_know", "prefer_not", "not_asked")
    },
}
