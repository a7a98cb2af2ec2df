extension SampleCourse {
  /// The other files of the front desk.
  static let frontDeskPages: [String: String] = [
    "course.md": """
    ---
    kind: course
    title: Complaints at the counter
    id: complaints
    version: 1.0
    language: en
    skills: listening = Listening; terms = Knowing the terms
    why: You keep an angry guest without giving the house away.
    ---

    Four things for the people at our front desk.

    ## Begin here

    1. [What to say first](lessons/first-words.md)
    2. [The noisy room](scenarios/noisy-room.md) `after first-words`
    3. [The lost booking](scenarios/lost-booking.md) `after noisy-room` `skip if noisy-room >= 90%`

    ## Prove it

    1. [What you know now](quiz.md) `after scenarios/noisy-room`
    2. [Certified for the desk](certificate.md)

    ## At the desk

    - [Before you offer money](checklists/refund.md)
    - [Words that help](aids/words.md)

    """,
    "lessons/first-words.md": """
    ---
    kind: lesson
    title: What to say first
    minutes: 2
    skills: listening
    why: Your first sentence decides how long the talk takes.
    ---

    Say what you heard before you say what you can do. Then ask one question.

    ## Three openings

    - “You paid for a quiet room and did not get one.”
    - “I would be annoyed as well.”
    - “What would put this right for you?”

    ![The front desk at eight in the morning](../desk.png)

    > Whoever is heard once does not have to say it twice.

    The [words that help](../aids/words.md#when-they-are-angry) hang beside the screen, and the
    [checklist](../checklists/refund.md) lies in the drawer.

    """,
    "aids/words.md": """
    ---
    kind: aid
    title: Words that help
    ---

    ## When they are angry

    | When | Say |
    | --- | --- |
    | They shout | “I can hear that this matters.” |
    | They threaten | “What would put it right?” |

    ## When you are stuck

    Ring the duty manager: [the list of numbers](https://example.org/duty).

    """,
    "quiz.md": """
    ---
    kind: assessment
    title: What you know now
    minutes: 12
    why: You find out what you would still get wrong, before a guest does.
    pass: 80%, each section 50%
    attempts: 3, then wait 7 days
    time limit: 20 minutes
    feedback: at the end
    confidence: asked
    allow: luck-decides = the desk has nine questions and no more; hint-never-shown = the hints serve the days before the exam, when attempts are taken out
    ---

    Eight questions. Take them without notes.

    ## Listening `draw 2`

    ### When do you name a sum to a guest? `skill listening` `points 2`

    - ( ) As soon as the guest names one
      > Then the guest has made the price.
    - (x) After you know what was promised
      > The promise is the measure.
    - ( ) Before the guest can ask for more
      > You would pay for a complaint that you have not heard.

    Hint: What do you compare a sum with?
    Hint: It stands in the booking.

    ### Which of these do you say back to a guest?

    - [x] What they bought
    - [x] What they got
    - [ ] Whose shift it was

    > The shift is a matter for the house.

    ### “I would be annoyed as well” admits that the house is to blame.

    Answer: false

    > It says that you can see why they are annoyed, and no more.

    ### “The lift is serviced every month” answers the guest's question.

    Answer: true

    > It does. It is only no help to somebody who has not slept.

    ## Terms

    ### How many hours before arrival can a guest cancel without a fee, in our house?

    Answer: 24 ± 1 hours

    > The house rules say a day.

    ### What is the paper called that gives a guest a free night?

    Answer: voucher | night voucher

    > It is the only thing that the desk may hand out.

    ### How does a refund go?

    Put in order

    1. Read the booking
    2. Ask who may agree
    3. Name the sum
    4. Write it down

    > Without the second step you name a sum that you take back.

    ### What does the guest mean?

    | They say | They may mean |
    | --- | --- |
    | “I want my money back” | “I want to sleep” |
    | “I know the owner” | “Take me seriously” |
    | “Every year I come here” | “I want to come again” |

    > Ask before you believe any of them.

    ### A guest asks for a free week after one loud night. What do you write?

    Rubric:

    - [ ] Says back what the guest bought `points 2`
    - [ ] Offers one thing that is in your hands
    - [ ] Names the person who decides

    > A week for a night says that the night had no price.

    """,
    "certificate.md": """
    ---
    kind: certification
    title: Certified for the desk
    valid: 12 months
    renew: from 60 days before
    grace: 30 days
    expires: from the old expiry
    ---

    Awarded to those who hear a complaint to its end.

    ## Requirements

    - [What you know now](quiz.md) `at least 80%` `each section 50%`
    - Any 1 of
      - [The noisy room](scenarios/noisy-room.md) `passed`
      - [The lost booking](scenarios/lost-booking.md) `passed`

    ## Renewal

    - [What you know now](quiz.md) `at least 80%`

    """,
  ]
}
