"""Telephone prefixes as data: which country a number belongs to, and which are never written to.

Enough for choosing a gateway and for a list of countries; where a number stands is not where
its owner is (safety.md 1.2).
"""

from __future__ import annotations

from bot.dialogue.values import Country

COUNTRIES: dict[str, Country] = {
    prefix: Country(country)
    for prefix, country in (
        ("996", "KG"),
        ("992", "TJ"),
        ("998", "UZ"),
        ("993", "TM"),
        ("994", "AZ"),
        ("995", "GE"),
        ("374", "AM"),
        ("375", "BY"),
        ("380", "UA"),
        ("373", "MD"),
        ("76", "KZ"),
        ("77", "KZ"),
        ("7", "RU"),
        ("90", "TR"),
        ("971", "AE"),
        ("966", "SA"),
        ("974", "QA"),
        ("965", "KW"),
        ("973", "BH"),
        ("968", "OM"),
        ("962", "JO"),
        ("961", "LB"),
        ("964", "IQ"),
        ("972", "IL"),
        ("98", "IR"),
        ("93", "AF"),
        ("92", "PK"),
        ("91", "IN"),
        ("86", "CN"),
        ("976", "MN"),
        ("82", "KR"),
        ("81", "JP"),
        ("60", "MY"),
        ("66", "TH"),
        ("84", "VN"),
        ("62", "ID"),
        ("63", "PH"),
        ("20", "EG"),
        ("30", "GR"),
        ("31", "NL"),
        ("32", "BE"),
        ("33", "FR"),
        ("34", "ES"),
        ("351", "PT"),
        ("353", "IE"),
        ("354", "IS"),
        ("357", "CY"),
        ("358", "FI"),
        ("359", "BG"),
        ("36", "HU"),
        ("370", "LT"),
        ("371", "LV"),
        ("372", "EE"),
        ("385", "HR"),
        ("381", "RS"),
        ("386", "SI"),
        ("39", "IT"),
        ("40", "RO"),
        ("41", "CH"),
        ("420", "CZ"),
        ("421", "SK"),
        ("43", "AT"),
        ("44", "GB"),
        ("45", "DK"),
        ("46", "SE"),
        ("47", "NO"),
        ("48", "PL"),
        ("49", "DE"),
        ("1", "US"),
        ("61", "AU"),
    )
}

NEVER = (
    "800",  # freephone
    "808",  # shared cost
    "870",  # Inmarsat
    "878",  # universal personal numbers
    "881",  # satellite
    "882",  # international networks, the usual goal of pumped SMS
    "883",
    "888",
    "979",  # international premium rate
    "7800",
    "7803",
    "7804",
    "7809",  # premium rate in Russia and Kazakhstan
    "1900",
    "1976",
    "44870",
    "44871",
    "44872",
    "44873",
    "449",
)
"""No person in need stands behind these, and each SMS to one may pay whoever set it up."""
