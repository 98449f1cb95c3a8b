package dev.milepost.tracking.sale;

record Sale(String id) {}
