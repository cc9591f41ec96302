### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### Many messages of one visitor at once: one neutral line, then silence for a while.
### status: draft

flood-notice = Бир вақтда кўп хабар келди. Ҳаммасига жавоб берилмайди. Илтимос, бир дақиқа кутинг, кейин яна ёзинг.
    .short = Бир вақтда кўп хабар келди. Илтимос, бир дақиқа кутинг, кейин яна ёзинг.
