/*
 * Says that the house is back. When the house has failed to answer twice, the framework sends again what was typed, and succeeds, but leaves its bar
 * "no connection" on the page: so an answer that has come takes the bar away.
 */
const { prototype } = XMLHttpRequest;
const open = prototype.open;
prototype.open = function (method, address, ...rest) {
    if (String(address).includes('v-r=uidl')) {
        this.addEventListener('load', () => {
            const house = window.Vaadin?.connectionState;
            // After the framework's own listener, which takes the bar away where it can.
            if (this.status === 200 && house?.state === 'reconnecting') {
                setTimeout(() => {
                    if (house.state === 'reconnecting') {
                        house.state = 'connected';
                    }
                });
            }
        });
    }
    return open.call(this, method, address, ...rest);
};
