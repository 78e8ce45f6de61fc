/**
 * Sends one file as the body of a request of its own, so that its progress can be shown and the page goes on meanwhile.
 *
 * @returns what the server said: {name, path, picture} or {problem}
 */
export function upload(address, place, file, progress, signal) {
    return new Promise((done, failed) => {
        const request = new XMLHttpRequest();
        const question = new URLSearchParams({ place, name: file.name || 'picture' });
        request.open('POST', `${address}?${question}`);
        // Never a form's type: the body is the file and nothing else.
        request.setRequestHeader('Content-Type', 'application/octet-stream');
        request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
        request.addEventListener('load', () => {
            try {
                done(JSON.parse(request.responseText));
            } catch {
                failed(new Error(`status ${request.status}`));
            }
        });
        request.addEventListener('error', () => failed(new Error('connection')));
        request.addEventListener('abort', () => failed(new DOMException('left', 'AbortError')));
        signal?.addEventListener('abort', () => request.abort());
        request.send(file);
    });
}
