### Small words that many screens share: answers, labels, days, countries.
### status: draft

locale-ky = Кыргызча
locale-ru = Русский
locale-en = English
locale-uz-latn = O'zbekcha
locale-uz-cyrl = Ўзбекча
locale-tg = Тоҷикӣ

answer-yes = Yes
answer-no = No
answer-skip = Skip

back-label = Back
menu-label = Main menu
person-label = Write to a person

# The hour stands here, so that no space is left where none is known.
day-today = today { $time }
day-tomorrow = tomorrow { $time }
day-unknown = we do not know when yet
weekday-0 = on Monday { $time }
weekday-1 = on Tuesday { $time }
weekday-2 = on Wednesday { $time }
weekday-3 = on Thursday { $time }
weekday-4 = on Friday { $time }
weekday-5 = on Saturday { $time }
weekday-6 = on Sunday { $time }

country-kg = Kyrgyzstan
country-ru = Russia
country-kz = Kazakhstan
country-tr = Turkey
country-ae = Emirates
country-kr = South Korea
country-uz = Uzbekistan
country-tj = Tajikistan
country-pl = Poland
country-de = Germany
country-gb = United Kingdom
country-us = United States
country-qa = Qatar
country-th = Thailand
country-cz = Czechia
country-sk = Slovakia
country-hu = Hungary
country-bg = Bulgaria
country-it = Italy
country-eu = Another EU country
country-xx = Another country

# Ways on to a screen.
to-menu = Main menu
to-going = I am going abroad
to-offer = Check a job offer
to-rights = My rights at any work
to-situation = Check my situation
to-worry = I worry about someone
to-services = Phone numbers
to-mydata = Privacy and delete
to-sexwork = Sex work
to-who = Who are you?
to-language = Language
to-private = Who else reads this phone?
to-danger-where = I am in another country
to-danger-harm = I need help now
to-danger-other = Someone is in danger now
to-danger-child = Help for under 18
to-danger-police = Police numbers

# Choices.
choice-agree = I understand. Go on
choice-unsaid = I do not want to say
choice-cannot-say = I cannot say
choice-phone-shared = Yes, someone could read it
choice-phone-mine = No, only I read it
choice-phone-unsure = I do not know
choice-person-now = Write to a person now
choice-no-person = No person
choice-other-country = I am in another country
choice-silent = I cannot talk
choice-police = Show police numbers
choice-danger-show = Show help numbers
choice-danger-now = Someone is in danger now
choice-show-again = Show it again
choice-child-line = Help for under 18
choice-how-to-help = How to help
choice-they-know = They know that I ask
choice-they-do-not-know = They do not know that I ask
choice-hide = Hide this chat
choice-stop = Send me nothing more
choice-delete = Delete everything
choice-delete-yes = Yes, delete
choice-delete-no = No, keep it
choice-anyone = Anyone
choice-woman = A woman
choice-man = A man
choice-elsewhere = Not from my town
choice-read-on = Read while I wait
choice-urgent = It is urgent
choice-earlier = Let them read what I wrote
choice-stop-waiting = Stop waiting
choice-reply-here = Yes, answer here
choice-reply-pull = Only when I write first
choice-no-words = I do not want to leave words
choice-take-words-back = Take my words back
choice-end-talk = End this talk
choice-resume = Go on
choice-pause = Take a break

assess-index = { $index } of { $count }
