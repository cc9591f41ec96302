### status: draft

## Rights first. No judgement, and nobody is told to stop. The first words name nothing.

card-sex-work-rights =
    You have rights at any work. You may say no: to any client, to any act, at any moment. You may stop for today, and you may go on. You decide.

    Your money, your phone and your papers are yours. Nobody may force you, hit you or take what you earned. If someone does, it is not your fault.

    Help here is the same if you go on with your work or not. Nobody will ask you to stop. If someone forces you or hurts you, write: help me.
    .title = My rights at any work
    .short = You may say no, at any moment. Your money and papers are yours. Help is the same whatever you decide. Forced? Write: help me. 1 safety 2 police
    .line = You may say no. Your money and papers are yours.

card-sex-work-law =
    What the law says here is from old sources. We have not confirmed it, and no lawyer has checked it yet. Ask a person before you rely on it.

    Kyrgyzstan (sources of 2014 and 2018): selling sex was not a crime and not an offence with a fine. When other people organise it, that was a crime. We have not confirmed what the law says after 2021.

    Other countries (old sources, not confirmed): a fine in Russia (2019). A fine or up to 15 days of arrest in Uzbekistan (2019). In Tajikistan a fine, the second time up to 15 days (about 2015). In Kazakhstan not an offence (about 2005).
    .title = What the law says
    .short = Kyrgyzstan: by a source of 2014 your work was not a crime and brought no fine. We have not confirmed the law of today. 1 numbers 3 person
    .line = Old sources. We have not confirmed the law of today.

card-sex-work-safety =
    Tell someone you trust where you go and when you will be back. Agree on one word that means: call me or come. If you can, send the address or the car number first.

    You may say no when there is no condom. If someone forces you to an act, or takes the condom off, that is violence. It is not your fault.

    After that, see a doctor as soon as you can. You choose what to tell. Ask a person here for a doctor who does not judge. If you are in danger now, write: help me.
    .title = Staying safer
    .short = Tell someone you trust where you go and when you are back. Agree on a word for help. You may refuse. Danger? Write: help me. 1 numbers 6 person
    .line = Tell someone you trust where you go. Agree on a word.

card-sex-work-police =
    Stay calm. Do not run and do not fight. You may ask: why do you stop me, what is your name? Do not sign a paper that you cannot read. Ask for a lawyer and for a call.

    Do they want money or sex from you? It is not your fault. You are not the only one: in Kyrgyzstan, 81 of 100 complaints to the network Shah-Aiym in 2017 were about police who demanded money (AFEW, 2018).

    Afterwards write down for yourself: place, time, car number, name or badge, what they said. You decide if you tell anyone. A person here does not go to the police for you unless you ask.
    .title = If I am stopped
    .short = Stay calm, do not run. Ask why and ask their name. Sign nothing you cannot read. Ask for a lawyer. Later write down time and place. 1 numbers
    .line = Stay calm. Sign nothing you cannot read.
