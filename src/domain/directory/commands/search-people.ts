import { command } from "../../command.ts";
import { SearchPeopleInput } from "../inputs.ts";

/** Takes the words that somebody is searched for. They are sent as a form, because a name never stands in an address; nothing is written. */
export const searchPeople = command({
  permission: "directory.keepPeople",
  input: SearchPeopleInput,
  async run({ actor, require }, { words }) {
    require("directory.keepPeople", {}, { type: "person", id: actor.personId });
    return { words };
  },
});
