// When the device refuses a passkey, or somebody stops halfway, the page says so instead of the console.
document.addEventListener('allauth.error', (event) => {
  const told = document.getElementById('passkey-failed')
  if (told) {
    told.hidden = false
    event.preventDefault()
  }
})
