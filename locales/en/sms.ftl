# SMS: what stands under a page that goes on.

sms-more = 1 more

# How a person of the hot line might begin: for the figures of `safar stats sms` only.
sms-sample = Hello, I am from the hot line. I am here with you. Are you alone now, and can you write? Where are you? One word is enough.
