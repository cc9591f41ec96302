# SMS: дар зери саҳифае, ки давом дорад.

sms-more = 1 боз

# How a person of the hot line might begin: for the figures of `safar stats sms` only.
sms-sample = Салом, ман аз хатти кӯмак. Ман бо шумо ҳастам. Ҳозир танҳоед, навиштан мумкин? Дар куҷо ҳастед: шаҳр, кӯча? Як калима бас.
