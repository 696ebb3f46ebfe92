; The vendor's workflow for planners and plan validators: a Galaxy Repository, and pairs each of whose engines is on a platform of its own.
;
; A state costs as many as there are pairs without backup in it, and each failover costs more than all of that: so the cheapest plan has the
; fewest failovers, and of those the least time without backup. A cost may not depend on the state, so the number of such pairs is an object.
(define (domain upgrade)
  (:requirements :strips :typing :negative-preconditions :action-costs)
  (:types platform count)
  (:predicates
    (repository-upgraded) (repository-rebooted) (repository-deployed) (migrated)
    (partners ?p ?q - platform)
    (upgraded ?p - platform) (active ?p - platform) (ready ?p - platform)
    (without-backup ?n - count) (next ?n ?m - count))
  (:functions (total-cost) - number (price ?n - count) - number (price-with-failover ?n - count) - number)

  (:action upgrade-repository
    :parameters (?n - count)
    :precondition (and (without-backup ?n) (not (repository-upgraded)))
    :effect (and (repository-upgraded) (not (repository-deployed)) (increase (total-cost) (price ?n))))

  (:action reboot-repository
    :parameters (?n - count)
    :precondition (and (without-backup ?n) (repository-upgraded) (not (repository-rebooted)))
    :effect (and (repository-rebooted) (increase (total-cost) (price ?n))))

  (:action migrate-galaxy
    :parameters (?n - count)
    :precondition (and (without-backup ?n) (repository-rebooted) (not (migrated)))
    :effect (and (migrated) (increase (total-cost) (price ?n))))

  (:action deploy-repository
    :parameters (?n - count)
    :precondition (and (without-backup ?n) (migrated) (not (repository-deployed)))
    :effect (and (repository-deployed) (increase (total-cost) (price ?n))))

  (:action upgrade-standby
    :parameters (?p ?q - platform ?n ?m - count)
    :precondition (and (without-backup ?n) (next ?n ?m) (partners ?p ?q) (migrated) (repository-deployed)
      (not (upgraded ?p)) (ready ?p))
    :effect (and (upgraded ?p) (not (ready ?p)) (not (without-backup ?n)) (without-backup ?m) (increase (total-cost) (price ?m))))

  ; The standby takes over.
  (:action upgrade-active
    :parameters (?p ?q - platform ?n ?m - count)
    :precondition (and (without-backup ?n) (next ?n ?m) (partners ?p ?q) (migrated) (repository-deployed)
      (not (upgraded ?p)) (active ?p) (ready ?q))
    :effect (and (upgraded ?p) (not (active ?p)) (not (ready ?q)) (active ?q)
      (not (without-backup ?n)) (without-backup ?m) (increase (total-cost) (price-with-failover ?m))))

  ; The platform whose engine was stopped when its upgraded partner was deployed.
  (:action upgrade-stopped
    :parameters (?p ?q - platform ?n - count)
    :precondition (and (without-backup ?n) (partners ?p ?q) (migrated) (repository-deployed)
      (not (upgraded ?p)) (not (active ?p)) (not (ready ?p)))
    :effect (and (upgraded ?p) (increase (total-cost) (price ?n))))

  ; The engine takes the objects from its old partner.
  (:action deploy-beside-old
    :parameters (?p ?q - platform ?n - count)
    :precondition (and (without-backup ?n) (partners ?p ?q) (upgraded ?p) (not (upgraded ?q)) (active ?q))
    :effect (and (active ?p) (not (active ?q)) (increase (total-cost) (price-with-failover ?n))))

  (:action deploy-beside-new
    :parameters (?p ?q - platform ?n ?m - count)
    :precondition (and (without-backup ?n) (next ?m ?n) (partners ?p ?q) (upgraded ?p) (upgraded ?q) (active ?q) (not (ready ?p)))
    :effect (and (ready ?p) (not (without-backup ?n)) (without-backup ?m) (increase (total-cost) (price ?m)))))
