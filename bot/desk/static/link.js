// The token of a sign-in link stands in the fragment, which no server or preview sees.
const field = document.getElementById("token");
const token = location.hash.slice(1);
if (token) {
  field.value = token;
  field.readOnly = true;
  history.replaceState(null, "", location.pathname);
  document.querySelector("button").focus();
}
