// Prints the recovery codes, or saves them as a file that this page makes itself: the server shows them once and never sends them again.
(() => {
  const codes = () => Array.from(document.querySelectorAll('#codes code'), (code) => code.textContent.trim())
  const print = document.getElementById('codes-print')
  const save = document.getElementById('codes-save')
  if (!print || !save) return
  print.hidden = save.hidden = false
  print.addEventListener('click', () => window.print())
  save.addEventListener('click', () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`Mixen in Mokum\n\n${codes().join('\n')}\n`], { type: 'text/plain' }))
    link.download = save.dataset.name
    document.body.append(link)
    link.click()
    link.remove()
    URL.revokeObjectURL(link.href)
  })
})()
