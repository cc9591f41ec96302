### status: draft

## Cards about somebody else and about who may see this. The asker may be the danger.

card-helping-someone-else =
    Do not accuse anyone. Do not search this person's phone. Do not go there alone. Does the person know that you are asking? Only they know what is safe for them.

    If you can talk where nobody hears you, say: I am here, you decide. Tell them that they can write here themselves. Do not press them. If they say no, come back to it later.

    Do not send us names, numbers or photos of this person. We do not say whether we know anyone. Is someone being hurt right now? Write: help me.
    .title = I worry about someone
    .short = Do not accuse anyone and do not go there alone. Tell the person they can write here themselves. Hurt right now? Write: help me. 1 numbers 3 person
    .line = Do not go there alone. They can write here themselves.

card-missing-relative =
    Do not go there alone. Do not accuse anyone. Write down for yourself: the day of the last call, the last address, the employer. Keep messages and photos. Do not send them here.

    Call the consulate of your country in the place where your relative was. Does someone ask for money to let the person go? Do not decide alone. First speak with the consulate or with a person here.

    We do not say whether we know anyone. An adult may have reasons not to call. If you hear from your relative, say: you can write here yourself. Is your relative in danger right now? Write: help me.
    .title = A relative is missing
    .short = Do not go there alone. Write down the last call, address, employer. Call your consulate in that country. They ask for money? 4 person 1 numbers
    .line = Write down the last call. Call the consulate there.

card-privacy-on-your-phone =
    Who can open this phone? If somebody else can, hide this chat after each talk. Choose a quiet time. If you think that someone follows what you do on the phone, use the phone of someone you trust.

    What hiding cannot do: it does not clear the history of the browser. The phone company and Telegram can see that you wrote. Someone may have made a photo of the screen.

    Some foreigners in Moscow have an app that reports where they are (news of August 2025). Then the authorities may see where the phone is. If someone checks your phone, a sudden empty phone can make them angry. You know best what is safe.
    .title = Who can see my phone
    .short = Can someone else open this phone? Hide the chat after each talk. Some traces stay. Or use the phone of someone you trust. 1 person
    .line = Hide the chat after each talk. Some traces stay.
