### Privacy, hide, stop, delete. `hidden`, `stopped` and `deleted` are lines that anybody could get.
### status: draft
### The hot line signs these texts before a real channel opens.

mydata =
    You decide what stays here.

    Hide: we clear this chat from the screen where we can, and write nothing until you come back. Stop: we send you nothing more. Delete: we forget you.

    We cannot erase SMS from your phone, your browser history, or photos of the screen. Please delete those yourself.
    .short = We cannot erase SMS: do it yourself. 1 hide 2 send nothing more 3 delete all 4 who reads the phone 5 phone safety 6 who are you 7 language 8 menu

mydata-delete =
    Delete everything you wrote here? It goes from this chat at once, where we can clear it. It goes from our computer within 24 hours. We cannot bring it back.
    .short = Delete everything here? It is gone from our computer within 24 hours. 1 yes 2 no

hidden = Have a good trip!
    .short = Have a good trip!

stopped = Done. You will get no more messages. You can write again at any time.
    .short = Done. No more messages. You can write at any time.

deleted = Done. It is cleared here now, and on our side within 24 hours.
    .short = Done. Cleared on our side within 24 hours.

to-wipe-when = Clear by itself
wipe-when = After how long without a word should this chat clear itself? This works on Telegram. After 48 hours Telegram lets nobody clear old messages.
    .short = Telegram only: clear this chat after 1 one hour 2 six hours 3 a day 4 two days
choice-wipe-1 = One hour
choice-wipe-6 = Six hours
choice-wipe-24 = One day
choice-wipe-46 = Almost two days
wipe-set = Good. This chat will clear itself after that time without a word.
