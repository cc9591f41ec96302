### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### status: draft


# SMS: what stands under a page that goes on.

sms-more = 1 яна
# How a person of the hot line might begin: for the figures of `safar stats sms` only.
sms-sample = Салом, мен ишонч телефониданман. Ёнингиздаман. Ҳозир ёлғизмисиз, ёзса бўладими? Қаердасиз: шаҳар, кўча? Бир сўз етади.
