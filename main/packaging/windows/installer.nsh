# What Commonplace adds to electron-builder's installer for Windows: links, "Open with" and the name
# "commonplace" in the Run box; and what its uninstaller leaves. SHELL_CONTEXT is the user's own part of the
# registry, or that of the machine when the program is installed for everyone.

!define DOCUMENT "Commonplace.Document"
!define CLASSES "Software\Classes"
!define APPLICATION "${CLASSES}\Applications\${APP_EXECUTABLE_FILENAME}"
!define RUN_NAME "Software\Microsoft\Windows\CurrentVersion\App Paths\${APP_EXECUTABLE_FILENAME}"

# The endings of documenttypes.ts. A test compares them.
!macro eachEnding ACTION
  !insertmacro ${ACTION} "pdf"
  !insertmacro ${ACTION} "docx"
  !insertmacro ${ACTION} "docm"
  !insertmacro ${ACTION} "dotx"
  !insertmacro ${ACTION} "dotm"
  !insertmacro ${ACTION} "epub"
  !insertmacro ${ACTION} "odt"
  !insertmacro ${ACTION} "fodt"
  !insertmacro ${ACTION} "ott"
  !insertmacro ${ACTION} "rtf"
  !insertmacro ${ACTION} "html"
  !insertmacro ${ACTION} "htm"
  !insertmacro ${ACTION} "xhtml"
  !insertmacro ${ACTION} "mhtml"
  !insertmacro ${ACTION} "mht"
  !insertmacro ${ACTION} "md"
  !insertmacro ${ACTION} "markdown"
  !insertmacro ${ACTION} "mdown"
  !insertmacro ${ACTION} "mkd"
  !insertmacro ${ACTION} "txt"
  !insertmacro ${ACTION} "text"
!macroend

# An offer beside others: the unnamed value of the ending, which says what opens it, is not touched.
!macro offerFor ENDING
  WriteRegStr SHELL_CONTEXT "${CLASSES}\.${ENDING}\OpenWithProgids" "${DOCUMENT}" ""
  WriteRegStr SHELL_CONTEXT "${APPLICATION}\SupportedTypes" ".${ENDING}" ""
!macroend

!macro withdrawFor ENDING
  DeleteRegValue SHELL_CONTEXT "${CLASSES}\.${ENDING}\OpenWithProgids" "${DOCUMENT}"
!macroend

!macro opensWith KEY
  WriteRegStr SHELL_CONTEXT "${KEY}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "${KEY}\shell\open\command" "" '"$appExe" "%1"'
!macroend

# Explorer reads the registry again only when told to.
!macro tellExplorer
  System::Call "shell32::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)"
!macroend

# The installer keeps a copy of itself for programs that update themselves. This one does not.
!macro dropInstaller
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  ${if} $installMode == "all"
    SetShellVarContext all
  ${endif}
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${CLASSES}\${DOCUMENT}" "" "Document"
  !insertmacro opensWith "${CLASSES}\${DOCUMENT}"

  WriteRegStr SHELL_CONTEXT "${APPLICATION}" "FriendlyAppName" "${PRODUCT_NAME}"
  !insertmacro opensWith "${APPLICATION}"
  !insertmacro eachEnding offerFor

  WriteRegStr SHELL_CONTEXT "${CLASSES}\commonplace" "" "URL:${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${CLASSES}\commonplace" "URL Protocol" ""
  !insertmacro opensWith "${CLASSES}\commonplace"

  WriteRegStr SHELL_CONTEXT "${RUN_NAME}" "" "$appExe"
  !insertmacro tellExplorer
  !insertmacro dropInstaller
!macroend

!macro customUnInstall
  !insertmacro eachEnding withdrawFor
  DeleteRegKey SHELL_CONTEXT "${CLASSES}\${DOCUMENT}"
  DeleteRegKey SHELL_CONTEXT "${APPLICATION}"
  DeleteRegKey SHELL_CONTEXT "${RUN_NAME}"
  DeleteRegKey SHELL_CONTEXT "${CLASSES}\commonplace"
  # The program itself tells the system about its links whenever it starts.
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "${CLASSES}\commonplace"
  ${endIf}
  !insertmacro tellExplorer
!macroend

# Only what a program consists of: a library that somebody keeps in the program's folder stays, when the
# program is removed and when a newer version takes its place. Elsewhere electron-builder removes the
# folder with all that is in it; its functions for that are not used then.
!pragma warning disable 6010
!macro customRemoveFiles
  SetOutPath $TEMP
  RMDir /r "$INSTDIR\resources"
  RMDir /r "$INSTDIR\locales"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\*.pak"
  Delete "$INSTDIR\*.bin"
  Delete "$INSTDIR\icudtl.dat"
  Delete "$INSTDIR\vk_swiftshader_icd.json"
  Delete "$INSTDIR\version"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\LICENSE.electron.txt"
  Delete "$INSTDIR\LICENSES.chromium.html"
  Delete "$INSTDIR\uninstallerIcon.ico"
  Delete "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
  Delete "$INSTDIR\${UNINSTALL_FILENAME}"
  # Without /r: only when it is empty.
  RMDir "$INSTDIR"
!macroend

!ifdef BUILD_UNINSTALLER
  Var ownFolder

  # $APPDATA is everyone's when the program was installed for everyone; libraries are always somebody's own.
  !macro customUnInit
    ReadEnvStr $ownFolder APPDATA
  !macroend

  !macro customUninstallPage
    !define MUI_FINISHPAGE_TEXT_LARGE
    !define MUI_FINISHPAGE_TEXT "${PRODUCT_NAME} was removed. Your libraries were left as they are.$\r$\n$\r$\nThe first one is in$\r$\n$ownFolder\Commonplace\library$\r$\nand others are where you have put them. Installing ${PRODUCT_NAME} again finds them."
  !macroend
!endif
