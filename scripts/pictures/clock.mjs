// Preloaded into every process of the Casemoot that is pictured (NODE_OPTIONS): its clock starts at the moment that
// PICTURED_AT names and goes on from there. So the pictures show an ordinary day, the same one each time they are taken.
const { PICTURED_AT, PICTURED_FROM } = process.env;

if (PICTURED_AT && PICTURED_FROM) {
  const real = Date.now;
  const ahead = Date.parse(PICTURED_AT) - Number(PICTURED_FROM);
  Date.now = () => real() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, made) => Reflect.construct(date, given.length > 0 ? given : [date.now()], made),
    apply: (date) => new date(date.now()).toString(),
  });
}
