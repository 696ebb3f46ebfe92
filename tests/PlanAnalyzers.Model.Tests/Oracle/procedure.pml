/*
 * The vendor's upgrade procedure for redundant pairs as a state machine, written from the vendor's page ("Upgrade redundant pairs",
 * docs.aveva.com, 14 May 2025) and from nothing of PlanAnalyzers: what both models say alike is probably what the page says.
 * "Lnn" is line nn of that page as text. OracleTests compares the graph that this prints with PlanAnalyzers' model.
 *
 *   spin -a [-DSTRICT | -DLEAN] -DN=<1..8> procedure.pml && cc -DNOREDUCE -o pan pan.c && ./pan
 *
 * N pairs: platform P0 is the GR and hosts no engine; pair k has its primary engine E(2k-1) on P(2k-1), active at the start, and its
 * backup E(2k) on P(2k). Engine En is the one on platform Pn.
 *
 * STRICT is what the page's workflow consists of. Without it there is also what else an engineer can do: reboot, shut down, start, plain
 * deploys, deploys of an engine, undeploys, forced failovers. LEAN leaves the GR alone outside the page's workflow, and leaves out the
 * upload and the ViewApps: three pairs have too many states otherwise. QUIET prints nothing, for who only counts.
 *
 * A step can be taken when a plan that takes it there is still a good one. A plan that is not good is not continued. Hence every pair has
 * a running active engine in every state (GraphTests looks), and these two sentences of the page need no code:
 *   - an engine that is deployed beside a partner that is not running (L135-137): it is the active one itself, so it is deployed already;
 *   - an engine that is deployed first of its pair.
 *
 * Output, one line a transition: "> before step after event", where a state is flags/platforms/engines:
 *   flags      uploaded, galaxy migrated, ViewApps migrated, load balancing, reboot of the GR pending: 0 or 1 each
 *   platforms  o old or n new, then u undeployed, r running, s shut down
 *   engines    u undeployed, x deployed but not running, A Active, L Active - Standby not Available, M Active - Partner not Upgraded,
 *              S Standby - Ready; then the version of the objects that run there: o, n, or - for none
 *   event      failover; takeover (the failover without checkpoint, with an outage: L81-87); or - for none
 *
 * A line that ends in a comment "guard: name" is a condition that the tests take away, to see that the comparison notices. "full" means
 * that it can only be noticed with the steps that are not STRICT.
 */

#ifndef N
#define N 1
#endif

#define MOST (2 * N + 1) /* platforms */

#define UNDEPLOYED 0
#define STOPPED 1
#define ACTIVE 2
#define ALONE 3
#define MIXED 4
#define READY 5

#define NONE 0
#define OLD 1
#define NEW 2

bool uploaded, migrated, viewapps, balancing, pending;
bool isNew[MOST], deployed[MOST], running[MOST];
byte engine[MOST], objects[MOST];

c_code {
    static char before[64], after[64];
    static const char *event;

#ifdef QUIET
    static void begin(void) { }
    static void end(const char *step, int number) { }
#else
    static void describe(char *text)
    {
        int p;
        text += sprintf(text, "%d%d%d%d%d/", now.uploaded, now.migrated, now.viewapps, now.balancing, now.pending);
        for (p = 0; p <= 2 * N; p++) {
            *text++ = now.isNew[p] ? 'n' : 'o';
            *text++ = "us?r"[2 * now.running[p] + now.deployed[p]];
        }
        *text++ = '/';
        for (p = 1; p <= 2 * N; p++) {
            *text++ = "uxALMS"[now.engine[p]];
            *text++ = "-on"[now.objects[p]];
        }
        *text = '\0';
    }

    static void begin(void)
    {
        describe(before);
        event = "-";
    }

    static void end(const char *step, int number)
    {
        describe(after);
        if (number < 0) {
            printf("> %s %s %s %s\n", before, step, after, event);
        } else {
            printf("> %s %s%d %s %s\n", before, step, number, after, event);
        }
    }
#endif
};

#define activeOn(p) (engine[p] == ACTIVE || engine[p] == ALONE || engine[p] == MIXED)

/* The pair of p and q keeps a running engine when the one on p goes: L15, L19. */
#define spares(p, q) (!activeOn(p) || engine[q] == READY)

/* For every platform of a pair. */
#define pairHas(k, what) (N < k || (what(2 * k - 1) && what(2 * k)))
#define upToFourPairs(what) (pairHas(1, what) && pairHas(2, what) && pairHas(3, what) && pairHas(4, what))
#define everyPair(what) (upToFourPairs(what) && pairHas(5, what) && pairHas(6, what) && pairHas(7, what) && pairHas(8, what))
#define isNewOn(p) isNew[p]
#define hasEngine(p) (engine[p] != UNDEPLOYED)

/* q's standby takes the objects over from the engine on p: it has the same version, or it would not be ready (L19, L145). */
inline takeOver(p, q)
{
    objects[q] = objects[p];
    objects[p] = NONE;
    c_code { event = "failover"; };
}

/* The engine on p stops running: its standby takes over, or its partner has no standby any more. */
inline leave(p, q)
{
    if
    :: activeOn(p) && engine[q] == READY -> takeOver(p, q); engine[q] = ALONE
    :: engine[p] == READY -> engine[q] = ALONE
    :: else -> skip
    fi;
    objects[p] = NONE
}

/* The engine on the upgraded p is deployed; the one on q is active. */
inline deployEngine(p, q)
{
    if
    :: isNew[q] -> /* L97-99: it becomes the standby and syncs. */
        engine[p] = READY;
        engine[q] = ACTIVE
    :: else -> /* L83-87, L115-117, L129-131, L139-143: the old partner is stopped and unregistered, its objects come here. */
        engine[p] = MIXED;
        objects[p] = NEW;
        engine[q] = UNDEPLOYED;
        objects[q] = NONE;
        c_code { event = "takeover"; }
    fi
}

proctype Repository()
{
    do

#ifndef LEAN
    :: d_step { /* L49-51: before the upgrade of the GR. */
        (!isNew[0]) && /* guard: upload before the GR's upgrade */
        (!uploaded) && /* guard: upload once */
        true -> c_code { begin(); };
        uploaded = true;
        c_code { end("upload", -1); }
    }
#endif

    :: d_step { /* L53-57: its objects become undeployed, a reboot is due. */
        (!isNew[0]) && /* guard: upgrade the GR once */
        true -> c_code { begin(); };
        isNew[0] = true;
        deployed[0] = false;
        running[0] = false;
        pending = true;
        c_code { end("upgrade:P", 0); }
    }

    :: d_step { /* L57-59 */
        true -> c_code { begin(); };
        pending = false;
        c_code { end("reboot:P", 0); }
    }

    :: d_step { /* L61-65 */
        (isNew[0]) && /* guard: migrate after the GR's upgrade */
        (!pending) && /* guard: migrate after the reboot */
        (!migrated) && /* guard: migrate once */
        true -> c_code { begin(); };
        migrated = true;
        c_code { end("migrate", -1); }
    }

#ifndef LEAN
    :: d_step { /* L67-69 */
        (migrated) && /* guard: ViewApps after the galaxy */
        (!viewapps) && /* guard: ViewApps once */
        true -> c_code { begin(); };
        viewapps = true;
        c_code { end("viewapps", -1); }
    }
#endif

    :: d_step { /* L71-73. Before the migration nothing is deployed, not even as it was. */
        (migrated) && /* guard: deploy the GR after the migration */
        (!deployed[0]) && /* guard: cascade deploy the GR once */
        true -> c_code { begin(); };
        deployed[0] = true;
        running[0] = true;
        c_code { end("cascade:P", 0); }
    }

    :: d_step { /* L109 */
        (everyPair(isNewOn)) && /* guard: load balancing after every upgrade */
        (everyPair(hasEngine)) && /* guard: load balancing after every deployment */
        (!balancing) && /* guard: load balancing once */
        true -> c_code { begin(); };
        balancing = true;
        c_code { end("balance", -1); }
    }

#if !defined(STRICT) && !defined(LEAN)
    :: d_step {
        (migrated) && /* guard: plain deploy of the GR after the migration, full */
        (!deployed[0]) && /* guard: plain deploy of the GR once, full */
        true -> c_code { begin(); };
        deployed[0] = true;
        running[0] = true;
        c_code { end("deploy:P", 0); }
    }

    :: d_step {
        (deployed[0]) && /* guard: undeploy a deployed GR, full */
        true -> c_code { begin(); };
        deployed[0] = false;
        running[0] = false;
        c_code { end("undeploy:P", 0); }
    }

    :: d_step {
        (running[0]) && /* guard: shut down a running GR, full */
        true -> c_code { begin(); };
        running[0] = false;
        c_code { end("shutdown:P", 0); }
    }

    :: d_step {
        (deployed[0]) && /* guard: start a deployed GR, full */
        (!running[0]) && /* guard: start a GR that is shut down, full */
        true -> c_code { begin(); };
        running[0] = true;
        c_code { end("start:P", 0); }
    }
#endif

    od
}

/* A run-time platform p; q is the one of its partner. */
proctype Platform(byte p, q)
{
    do

    :: d_step { /* L77-79, L91-93: p, its engine and objects become undeployed. */
        (migrated) && /* guard: upgrade after the migration */
        (running[0]) && /* guard: upgrade with a deployed GR */
        (!isNew[p]) && /* guard: upgrade once */
        (!activeOn(p) || engine[q] != READY) && /* guard: standby first */
        (spares(p, q)) && /* guard: upgrade spares the only running engine */
        true -> c_code { begin(); };
        leave(p, q);
        isNew[p] = true;
        deployed[p] = false;
        running[p] = false;
        engine[p] = UNDEPLOYED;
        c_code { end("upgrade:P", PPlatform->p); }
    }

    :: d_step { /* L81-87, L95-99, L115-117 */
        (isNew[p]) && /* guard: cascade deploy after the upgrade (L149) */
#ifndef STRICT
        (running[0]) && /* guard: cascade deploy with a running GR, full */
        (!deployed[p] || running[p]) && /* guard: a cascade deploy starts nothing that is shut down, full */
#endif
        (!deployed[p] || engine[p] == UNDEPLOYED) && /* guard: cascade deploy once */
        true -> c_code { begin(); };
        deployed[p] = true;
        running[p] = true;
        deployEngine(p, q);
        c_code { end("cascade:P", PPlatform->p); }
    }

#ifndef STRICT
    :: d_step { /* A ready standby takes over, and the rebooted engine comes back as the standby. */
        (spares(p, q)) && /* guard: reboot spares the only running engine, full */
        true -> c_code { begin(); };
        if
        :: activeOn(p) -> takeOver(p, q); engine[p] = READY; engine[q] = ACTIVE
        :: else -> skip
        fi;
        c_code { end("reboot:P", PPlatform->p); }
    }

    :: d_step {
        (running[p]) && /* guard: shut down a running platform, full */
        (spares(p, q)) && /* guard: shut down spares the only running engine, full */
        true -> c_code { begin(); };
        leave(p, q);
        running[p] = false;
        engine[p] = (engine[p] == UNDEPLOYED -> UNDEPLOYED : STOPPED);
        c_code { end("shutdown:P", PPlatform->p); }
    }

    :: d_step { /* Its engine and the active partner have one version: neither is upgraded and deployed meanwhile. */
        (deployed[p]) && /* guard: start a deployed platform, full */
        (!running[p]) && /* guard: start a platform that is shut down, full */
        true -> c_code { begin(); };
        running[p] = true;
        if
        :: engine[p] == STOPPED -> engine[p] = READY; engine[q] = ACTIVE
        :: else -> skip
        fi;
        c_code { end("start:P", PPlatform->p); }
    }

    :: d_step { /* The platform object alone: its engine stays undeployed. */
        (isNew[p]) && /* guard: plain deploy after the upgrade (L149), full */
        (running[0]) && /* guard: plain deploy with a running GR, full */
        (!deployed[p]) && /* guard: plain deploy once, full */
        true -> c_code { begin(); };
        deployed[p] = true;
        running[p] = true;
        c_code { end("deploy:P", PPlatform->p); }
    }

    :: d_step {
        (!migrated || isNew[p]) && /* guard: undeploy no platform in SUP, full */
        (deployed[p]) && /* guard: undeploy a deployed platform, full */
        (spares(p, q)) && /* guard: undeploy spares the only running engine, full */
        true -> c_code { begin(); };
        leave(p, q);
        deployed[p] = false;
        running[p] = false;
        engine[p] = UNDEPLOYED;
        c_code { end("undeploy:P", PPlatform->p); }
    }
#endif

    od
}

#ifndef STRICT
/* The engine on p; q is the platform of its partner. */
proctype Engine(byte p, q)
{
    do

    :: d_step { /* L81-87, L119-121 */
        (isNew[p]) && /* guard: cascade deploy an engine after the upgrade (L149), full */
        (running[0]) && /* guard: cascade deploy an engine with a running GR, full */
        (running[p]) && /* guard: cascade deploy an engine on a running platform, full */
        (engine[p] == UNDEPLOYED) && /* guard: cascade deploy an engine once, full */
        true -> c_code { begin(); };
        deployEngine(p, q);
        c_code { end("cascade:E", PEngine->p); }
    }

    :: d_step { /* L119-121, L127-133: the dialog is answered with going on. */
        (isNew[p]) && /* guard: plain deploy of an engine after the upgrade (L149), full */
        (running[0]) && /* guard: plain deploy of an engine with a running GR, full */
        (running[p]) && /* guard: plain deploy of an engine on a running platform, full */
        (engine[p] == UNDEPLOYED) && /* guard: plain deploy of an engine once, full */
        true -> c_code { begin(); };
        deployEngine(p, q);
        c_code { end("deploy:E", PEngine->p); }
    }

    :: d_step {
        (!migrated || isNew[p]) && /* guard: undeploy no engine in SUP, full */
        (engine[p] != UNDEPLOYED) && /* guard: undeploy a deployed engine, full */
        (spares(p, q)) && /* guard: undeploy of an engine spares the only running one, full */
        true -> c_code { begin(); };
        leave(p, q);
        engine[p] = UNDEPLOYED;
        c_code { end("undeploy:E", PEngine->p); }
    }

    :: d_step { /* L19: there is no failover without a standby of the same version. */
        (engine[q] == READY) && /* guard: fail over to a standby that is ready, full */
        true -> c_code { begin(); };
        takeOver(p, q);
        engine[p] = READY;
        engine[q] = ACTIVE;
        c_code { end("failover:E", PEngine->p); }
    }

    od
}
#endif

/* L31-37: everything old and deployed, the primary active. */
init
{
    byte k;
    d_step {
        deployed[0] = true;
        running[0] = true;
        for (k : 1 .. 2 * N) {
            deployed[k] = true;
            running[k] = true;
            engine[k] = (k % 2 == 1 -> ACTIVE : READY);
            objects[k] = (k % 2 == 1 -> OLD : NONE)
        };
        k = 1
    };
    atomic {
        run Repository();
        do
        :: k <= N ->
            run Platform(2 * k - 1, 2 * k);
            run Platform(2 * k, 2 * k - 1);
#ifndef STRICT
            run Engine(2 * k - 1, 2 * k);
            run Engine(2 * k, 2 * k - 1);
#endif
            k++
        :: else -> break
        od
    }
}
