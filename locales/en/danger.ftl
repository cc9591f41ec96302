### The answers to danger (safety.md 1 and 3). Every `.short` is one SMS segment, digits inside.
### status: draft
### The hot line signs every text here before a real channel opens.

# One emergency number that works in many countries; the only one that stands in words.
-worldwide = 112

danger-neutral = About your trip: here is the note about the road and the papers that you asked for.
    .short = Info:

danger-where =
    { -worldwide } is for rescue and ambulance in many countries. Police may come too. In some countries only the police answer.

    { $duty ->
        [yes] A person is on duty and can write with you. We answer people in danger first.
       *[no] No person is at the desk right now. If someone is in danger, we ring the person on call. This can take time.
    } You know best if it is safe to call.

    Where are you now? Then I can show the numbers for that country.
    .short = Info: { -worldwide } rescue, police may come. Where? 1 Kyrgyzstan 2 Russia 3 Kazakhstan 4 Turkey 5 Emirates 6 Korea 7 other 8 cannot talk 9 no person

danger-which =
    { -worldwide } is for rescue and ambulance in many countries. Police may come too. In some countries only the police answer.

    In which country are you? Choose, or write its name. Then I can show the numbers for that country.
    .short = Info: { -worldwide } rescue, police may come. Which country? Write its name, or: another country. 8 cannot talk 9 no person

danger-harm =
    { $duty ->
        [yes] A person is on duty and can write with you. We answer people in danger first.
       *[no] No person is at the desk right now. If someone is in danger, we ring the person on call. This can take time.
    }

    What happens to you is not your fault. You know best if it is safe to call.{ $rescue ->
        [none] {" "}We know no rescue number for this country. { -worldwide } works in many countries. In some, only the police answer.
       *[other] {""}
    }{ $line ->
        [none] {" "}We know no line here that is not police.{ $rescue ->
            [none] {""}
           *[other] {" "}Numbers:
        }
       *[other] {" "}Numbers:
    }
    .short = Info: { $rescue ->
        [none] no rescue number known.
       *[other] { $rescue } rescue, police may come.
    } { $line ->
        [none] No other line known.
       *[other] { $line } not police{ $line-open ->
            [yes] , open now
            [no] , opens { $line-opens }
           *[unknown] {""}
        }.
    } 1 person 2 other country 3 cannot talk 4 police 5 hide 6 doctor 9 no person
    .line = { $rescue ->
        [none] No rescue number known here.
       *[other] { $rescue }: rescue and ambulance, police may come.
    } { $line ->
        [none] {""}
       *[other] { $line }: not police.
    }

danger-suicide =
    Thank you for telling me. I am a program, but you are not alone with this.

    { $duty ->
        [yes] One of our people is on duty and can see that you wait.
       *[no] No person is at the desk right now. A person will be here: { $day }.
    }

    { $line ->
        [none] {""}
       *[other] You can also call { $line }: { $line-name }. It is not police.{" "}
    }May I ask one thing: are you thinking of ending your life today?
    .short = Thank you for telling me. I am a program. Do you think of ending it today? 1 yes 2 no 3 I do not want to say 4 a person 9 no person

danger-suicide-now =
    Thank you for being honest. We are ringing one of our people right now. They will write to you here as soon as they can. { $duty ->
        [yes] They are on duty.
       *[no] They are not at the desk, so it can take some minutes.
    }

    Please stay where other people are, or ask someone you trust to sit with you. You can keep writing to me while you wait.

    { $rescue ->
        [none] We know no rescue number for this country.
       *[other] If it gets worse: { $rescue } is for rescue and ambulance. Police may come too.
    }{ $line ->
        [none] {""}
       *[other] {" "}{ $line } is not police: { $line-name }.
    }
    .short = We are ringing a person for you. { $rescue ->
        [none] {""}
       *[other] { $rescue } rescue, police may come.{" "}
    }{ $line ->
        [none] {""}
       *[other] { $line } not police.{" "}
    }Stay near someone. 2 other country 3 cannot talk 9 no person

danger-suicide-later =
    Thank you. It is very hard for you now, and it can get better. You do not have to be alone with it.

    { $duty ->
        [yes] One of our people is on duty and can write with you. We never judge.
       *[no] No person is at the desk right now. A person will be here: { $day }.
    }

    { $line ->
        [none] {""}
       *[other] You can also call { $line }: { $line-name }. It is not police.{" "}
    }If it changes, write to me at any hour.
    .short = Thank you. You are not alone with this. { $line ->
        [none] {""}
       *[other] { $line } not police.{" "}
    }If it changes, write here. 1 person 2 other country 3 hide 9 no person

danger-child =
    You did right to write. What happens to you is not your fault.

    { $duty ->
        [yes] A trained person is on duty and can write with you. We answer people in danger first.
       *[no] No person is at the desk right now. If someone is in danger, we ring the person on call. This can take time.
    }

    { $child ->
        [none] We know no line for children here. In some countries we do: press "I am in another country".{ $rescue ->
            [none] {" "}We know no rescue number for this country. { -worldwide } works in many countries. In some, only the police answer.
           *[other] {" "}You can also call:
        }
       *[other] You can also call:
    }
    .short = Info: { $child ->
        [none] for a children's line choose your country (2).
       *[other] { $child } children's line, not police.
    } { $rescue ->
        [none] {""}
       *[other] { $rescue } rescue, police may come.{" "}
    }1 person 2 other country 3 cannot talk 4 hide 9 no person

danger-other =
    { $rescue ->
        [none] We know no rescue number for this country.
       *[other] If a life is in danger now: { $rescue } is for rescue and ambulance. Police may come too.
    } { $duty ->
        [yes] A person is on duty and can write with you. We answer people in danger first.
       *[no] No person is at the desk right now. If someone is in danger, we ring the person on call. This can take time.
    }

    Please do not confront anyone. Do not search the person's phone. Do not go there alone. Send us no name, number or photo. I cannot say if anyone has written here.

    Does the person know that you are asking?
    .short = Info: { $rescue ->
        [none] {""}
       *[other] { $rescue } rescue, police may come.{" "}
    }Confront no one, do not go alone. 1 person 2 they know I ask 3 they do not 4 other country 9 no person

danger-safe =
    Thank you for writing. Are you safe right now?
    .short = Thank you for writing. Are you safe right now? 1 yes 2 no 3 I cannot say

danger-safe-yes =
    Good. I am glad you are safe now. You can write to a person, or look at your situation with some questions.

    If it changes, write to me at any hour.
    .short = Good. If it changes, write at any hour. 1 a person 2 my situation 3 help numbers 4 menu 5 doctor

danger-safe-topic =
    Good. I am glad you are safe now. You can read about what you told me, write to a person, or look at your situation with some questions.

    If it changes, write to me at any hour.
    .short = Good. If it changes, write at any hour. 1 about this 2 a person 3 my situation 4 help numbers 5 menu

danger-silent =
    You do not have to speak. { $duty ->
        [yes] A person is on duty and can write with you.
       *[no] No person is at the desk right now. If someone is in danger, we ring the person on call. This can take time.
    }

    Turn off sound, vibration and the light of the screen. Write single words. If someone comes, write "hide": we clear this chat where we can. SMS you must delete yourself.

    If you can, write: where you are, if you are hurt, how many people are there. Only if it is safe.
    .short = You need not speak. Write here. Turn sound off. Delete these SMS. 1 person by writing 2 numbers 3 hide 9 no person

danger-police =
    You decide if you call. { $police ->
        [none] We know no number here that is only for police.{ $rescue ->
            [none] {""}
           *[other] {" "}{ $rescue } is for rescue and ambulance. Police may come.
        }
       *[other] { $police } is the police. They may ask for your name, your papers and your work.
    }

    If you are 18 or older, we do not call the police unless you ask.
    .short = Info: { $police ->
        [none] no police-only number known here.
       *[other] { $police } is the police. They may ask for your papers.
    } 1 other numbers 2 a person 3 hide 8 cannot talk 9 no person

danger-taken-back =
    The note about your trip is closed. 1 shows it again.
    .short = The note is closed. 1 shows it again.

# Somebody may be looking: neutral to the last word, the numbers stand behind the button only.
danger-discreet =
    About your trip: the note about the road and the papers that you asked for is ready.

    Press the first button to read it. It shows for a moment and does not stay in this chat.
    .short = Your note is ready. 1 read 2 write 3 clear 4 cannot talk 9 not now
danger-peek =
    { $rescue ->
        [none] We know no rescue number here.
       *[other] { $rescue }: rescue, ambulance; police may come.
    } { $line ->
        [none] We know no line here that is not police.
       *[other] { $line }: not police.
    } You can write here.
choice-peek = Show the note
choice-write = Write
choice-not-now = Not now
