# SMS: уландысы бар барактын астында.

sms-more = 1 уландысы

# How a person of the hot line might begin: for the figures of `safar stats sms` only.
sms-sample = Саламатсызбы, мен ишеним телефонунанмын. Жаныңыздамын. Азыр жалгызсызбы, жазууга болобу? Кайдасыз: шаар, көчө? Бир сөз жетет.
