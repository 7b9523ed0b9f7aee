export const id = 649;
export const ids = [649];
export const modules = {

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NAME: () => (/* binding */ NAME),
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** Name and version as reports show them; the version is that of package.json. */
const NAME = 'sqlite-preflight';
const VERSION = '0.1.0';


/***/ })

};
