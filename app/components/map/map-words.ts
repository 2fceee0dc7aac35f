/** What MapLibre says, in French. */
export const FRENCH = {
  'AttributionControl.ToggleAttribution': 'Montrer ou cacher les sources',
  'AttributionControl.MapFeedback': 'Signaler une erreur sur la carte',
  'NavigationControl.ZoomIn': 'Rapprocher',
  'NavigationControl.ZoomOut': 'Éloigner',
  'CooperativeGesturesHandler.WindowsHelpText': 'Pour zoomer : touche Ctrl et molette',
  'CooperativeGesturesHandler.MacHelpText': 'Pour zoomer : touche ⌘ et molette',
  'CooperativeGesturesHandler.MobileHelpText': 'Déplacez la carte avec deux doigts',
}
