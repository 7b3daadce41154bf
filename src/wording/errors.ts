export const notFoundWords = {
  title: "Page not found",
  text: "If you typed the address or the reference, check it is right. If you followed a link, what it led to may no longer be open to you.",
  home: "Go to your home page",
} as const;

export const serviceProblemWords = {
  title: "Sorry, there is a problem with the service",
  text: "Try again later.",
  answers: "What you had saved is safe. If you were writing, go back: what you wrote may still be in the form.",
  home: "Go to your home page",
} as const;
