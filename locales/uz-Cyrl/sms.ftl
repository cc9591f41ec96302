### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### status: draft


# SMS: what stands under a page that goes on.

sms-more = 1 яна
